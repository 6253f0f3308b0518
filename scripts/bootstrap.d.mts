/** Installs with `install` (npm ci) when node_modules does not match the lock of this folder. */
export function bootstrap(root: string, install?: (root: string) => void): void
