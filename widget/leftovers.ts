/**
 * Whether answers of earlier visits wait in the database. One that does not exist is not made, and the outbox is not
 * loaded for a visitor who has none.
 *
 * @param name of the database
 */
export async function hasLeftovers(name: string): Promise<boolean> {
  try {
    const known = await indexedDB.databases?.();
    if (known?.every((database) => database.name !== name)) return false;
    return await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onupgradeneeded = () => opening.transaction?.abort(); // it did not exist, and shall not
      opening.onerror = (event) => {
        event.preventDefault();
        reject(new Error('not there'));
      };
      opening.onsuccess = () => {
        const database = opening.result;
        const counting = database.transaction('entries').objectStore('entries').count();
        counting.onsuccess = () => {
          database.close();
          resolve(counting.result > 0);
        };
      };
    });
  } catch {
    return false; // no IndexedDB, storage denied, or no such database: nothing waits
  }
}
