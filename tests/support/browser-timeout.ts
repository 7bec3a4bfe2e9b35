// A browser on a busy two-core machine starts slowly; nothing here waits that long when it works.
jest.setTimeout(180_000);
