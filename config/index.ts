import path from "node:path";
import { defineConfig, type UserConfigExport } from "@tarojs/cli";

const root = path.resolve(__dirname, "..");

/** Two faces from one code: `taro build --type weapp` and `--type h5`. */
export default defineConfig<"webpack5">(async (merge) => {
	const face = process.env.TARO_ENV || "weapp";
	const base: UserConfigExport<"webpack5"> = {
		projectName: "behaviour-bank",
		date: "2026-11-23",
		designWidth: 375,
		deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
		sourceRoot: "src",
		outputRoot: process.env.TARO_APP_OUT || `dist/${face}`,
		plugins: [path.join(root, "config/aria.js")],
		defineConstants: {
			API_BASE: JSON.stringify(process.env.TARO_APP_API_BASE || "/api"),
		},
		alias: { "@": path.join(root, "src") },
		framework: "react",
		compiler: { type: "webpack5", prebundle: { enable: false } },
		// A stale persistent cache once cost more than the twenty seconds it saves.
		cache: { enable: false },
		mini: {
			optimizeMainPackage: { enable: true },
			postcss: {
				pxtransform: { enable: true, config: {} },
				cssModules: { enable: false },
			},
		},
		h5: {
			publicPath: "/",
			staticDirectory: "static",
			router: { mode: "browser", enhanceAnimation: false },
			output: {
				filename: "js/[name].[contenthash:8].js",
				chunkFilename: "js/[name].[contenthash:8].js",
			},
			miniCssExtractPluginOption: {
				ignoreOrder: true,
				filename: "css/[name].[contenthash:8].css",
				chunkFilename: "css/[name].[contenthash:8].css",
			},
			postcss: {
				// Pixels stay pixels: scaling with the window's width would blow the desk up.
				pxtransform: { enable: false, config: {} },
				autoprefixer: { enable: true, config: {} },
				cssModules: { enable: false },
			},
			devServer: {
				port: 10086,
				open: false,
				proxy: [
					{
						context: ["/api"],
						target: "http://127.0.0.1:8787",
						changeOrigin: true,
					},
				],
			},
		},
	};
	return merge({}, base);
});
