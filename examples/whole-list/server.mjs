// A server such as anybody has: a list by REST, and a Socket.IO namespace that says what changed. It numbers nothing.
//   PORT=5000 node examples/whole-list/server.mjs
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { Server } from 'socket.io';

const PAGE = new URL('../../dist/example/browser/', import.meta.url);
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
const tasks = new Map([['1', { id: '1', title: 'Write the list' }]]);

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  try {
    if (pathname === '/tasks' && request.method === 'GET') answer(response, [...tasks.values()]);
    else if (pathname === '/tasks' && request.method === 'PUT') answer(response, save(await json(request)));
    else if (pathname.startsWith('/tasks/') && request.method === 'DELETE') answer(response, remove(pathname.slice('/tasks/'.length)));
    else {
      const name = pathname === '/' ? 'index.html' : pathname.slice(1);
      response.setHeader('Content-Type', TYPES[name.split('.').at(-1)] ?? 'application/octet-stream').end(await readFile(new URL(name, PAGE)));
    }
  } catch {
    response.writeHead(404).end();
  }
});
const namespace = new Server(server).of('/tasks');
server.listen(Number(process.env.PORT ?? 5000), '127.0.0.1');

function save(task) {
  tasks.set(task.id, task);
  namespace.emit('task.saved', task);
  return task;
}

function remove(id) {
  tasks.delete(id);
  namespace.emit('task.removed', { id });
  return { id };
}

function answer(response, body) {
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
}
