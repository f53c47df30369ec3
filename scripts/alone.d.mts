export function alone<T>(what: string, doing: string, work: () => Promise<T>): Promise<T>;
