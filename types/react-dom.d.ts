/** As much of react-dom as the tests of hooks use; it brings no types itself. */
declare module 'react-dom/client' {
  export interface Root {
    render(element: import('react').ReactNode): void;
    unmount(): void;
  }
  export function createRoot(container: Element): Root;
}
