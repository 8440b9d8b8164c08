// What a visitor who is not asked can do without, and most of those who are.
export { arrive } from './arrive.ts';
export { accompany, outbox } from './accompany.ts';
export { armTriggers } from './triggers.ts';

/** Closes every prompt of ours. */
export function hide(): void {
  document.querySelectorAll('fourfold-survey').forEach((element) => element.hide?.()); // ours has it, once it is defined
}

/** Says on the console, once, why a survey cannot be shown, with what to repair. */
export async function tellFault(
  ...of: Parameters<typeof import('./tell-fault.ts').tellFault>
): Promise<void> {
  const { tellFault } = await import('./tell-fault.ts');
  tellFault(...of);
}
