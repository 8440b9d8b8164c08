export function reportPage(file: string, collector: string, token: string): Promise<string>;
export function bake(page: string, data: unknown): string;
