import { defineConfig } from 'drizzle-kit';

/** `npm run db:generate` writes a migration for what changed in the schema. */
export default defineConfig({ dialect: 'postgresql', schema: './server/database/schema/*.ts', out: './server/database/migrations', casing: 'snake_case' });
