import { ClientSideRowModelApiModule, ClientSideRowModelModule, createGrid, ModuleRegistry, themeQuartz } from 'ag-grid-community';
import type { PublicUser } from '#contract/users';
import { io } from 'socket.io-client';
import { loadUsers, type Peer } from './peer';

/** AG Grid Community, fed by its own answer to high rates: asynchronous transactions, applied each 50 ms. */
export async function start(api: string): Promise<Peer> {
  ModuleRegistry.registerModules([ClientSideRowModelModule, ClientSideRowModelApiModule]);
  const rowData = await loadUsers(api);
  const host = document.querySelector<HTMLElement>('peer-table');
  if (!host) throw new Error('There is no element to draw in');
  const grid = createGrid<PublicUser>(host, {
    theme: themeQuartz,
    rowData: [...rowData],
    rowHeight: 44,
    getRowId: ({ data }) => data.id,
    asyncTransactionWaitMillis: 50,
    deltaSort: true,
    columnDefs: [
      { field: 'fullName', flex: 2 },
      { field: 'email', flex: 2 },
      { field: 'phone' },
      { field: 'countryName' },
      { headerName: 'Status', valueGetter: ({ data }) => (data?.isBanned ? 'Banned' : 'Active') },
      { headerName: 'Verified', valueGetter: ({ data }) => `${data?.emailVerified ? 'e-mail' : ''} ${data?.phoneVerified ? 'phone' : ''}` },
      { field: 'createdAt', sort: 'desc' },
    ],
  });
  let received = 0;
  const socket = io(`${api}/users`, { transports: ['websocket'] });
  socket.onAny(() => received++);
  socket.on('users.created', (user: PublicUser) => grid.applyTransactionAsync({ add: [user] }));
  socket.on('users.updated', (user: PublicUser) => grid.applyTransactionAsync({ update: [user] }));
  socket.on('users.deleted', ({ id }: { id: string }) => grid.applyTransactionAsync({ remove: [{ id } as PublicUser] }));
  const rows = (): { id: string; text: string }[] => {
    const all: { id: string; text: string }[] = [];
    grid.forEachNodeAfterFilterAndSort(({ data }) => {
      if (data) all.push({ id: data.id, text: data.fullName });
    });
    return all;
  };
  return { received: () => received, rows };
}
