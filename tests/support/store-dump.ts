// Everything that a database holds, as one text: whether anything was changed is whether two such texts differ.
export async function dumpOf(name: string): Promise<string> {
  const database = await promised(indexedDB.open(name));
  const names = [...database.objectStoreNames].sort();
  const transaction = database.transaction(names, 'readonly');
  const tables = await Promise.all(
    names.map(async (table) => {
      const store = transaction.objectStore(table);
      const [keys, values] = await Promise.all([promised(store.getAllKeys()), promised(store.getAll())]);
      return [table, keys, values] as const;
    }),
  );
  database.close();
  return JSON.stringify(tables);
}

function promised<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database did not answer.'));
  });
}
