export interface WebkitPrograms {
  driver: string;
  screen: string;
  browser: string;
}
export function findWebkit(): WebkitPrograms | undefined;
export function ensureWebkit(): WebkitPrograms;
