import { Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { unorderedEvents } from '@moien/live/socket-io';
import { wholeList } from '@moien/live/unnumbered';
import { io } from 'socket.io-client';

interface Task {
  readonly id: string;
  readonly title: string;
}

@Component({
  selector: 'app-tasks',
  template: `
    <p role="status">{{ tasks.freshness().state }}</p>
    <ul>
      @for (task of tasks.view()?.rows; track task.id) {
        <li>{{ task.title }}</li>
      }
    </ul>
  `,
})
class Tasks {
  protected readonly tasks = wholeList<Task, null>({
    rules: {
      id: ({ id }) => id,
      sortKey: ({ title }) => title,
      compare: (a, b) => a.localeCompare(b),
      descending: () => false,
      matches: () => true,
      filters: () => false,
    },
    query: null,
    fetch: async (signal) => {
      const response = await fetch('/tasks', { signal });
      if (!response.ok) throw new Error(response.statusText);
      return (await response.json()) as Task[];
    },
    connect: unorderedEvents<Task>(io('/tasks'), {
      'task.saved': (task: Task) => ({ kind: 'updated', row: task }),
      'task.removed': ({ id }: Task) => ({ kind: 'deleted', id }),
    }),
  });
}

void bootstrapApplication(Tasks);
