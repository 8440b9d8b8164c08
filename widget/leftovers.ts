/**
 * Whether answers of earlier visits wait in the database. One that does not exist is not made, and the outbox is not
 * loaded for a visitor who has none.
 */
export async function hasLeftovers(): Promise<number | boolean> {
  try {
    const known = await indexedDB.databases?.();
    if (known?.every(({ name }) => name !== 'fourfold')) return false;
    const opening = indexedDB.open('fourfold');
    opening.onupgradeneeded = () => opening.transaction?.abort(); // it did not exist, and shall not
    const database = await done(opening);
    const count = await done(database.transaction('entries').objectStore('entries').count());
    database.close();
    return count;
  } catch {
    return false; // no IndexedDB, storage denied, or no such database: nothing waits
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, onerror) =>
    Object.assign(request, { onsuccess: () => resolve(request.result), onerror }),
  );
}
