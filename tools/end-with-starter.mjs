// For what npm or tools/service.ts starts: when the starter is gone, end as if told to. npm passes a signal on to its shell only,
// which dies of it and tells nobody; and nobody is told when a starter is killed.
const starter = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === starter) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
}, 500).unref();
