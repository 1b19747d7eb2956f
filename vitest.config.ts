import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const CLUSTER = './packages/db/src/testing/global-setup.ts';

/** Pure rules and layouts: no server, no browser. Times are those of a slow machine under load. */
const pure = (name: string, folder: string, testTimeout = 30_000) => ({
  test: { name, include: [`${folder}/**/*.test.ts`], environment: 'node' as const, testTimeout },
});

/** On the real PostgreSQL that one globalSetup starts for the whole run. */
const withDatabase = (name: string, folder: string, testTimeout: number, groupOrder = 0) => ({
  test: {
    name,
    include: [`${folder}/**/*.test.ts`],
    environment: 'node' as const,
    globalSetup: [CLUSTER],
    testTimeout,
    hookTimeout: 120_000,
    sequence: { groupOrder },
  },
});

/** Vue components in happy-dom. */
const inPage = (name: string, folder: string) => ({
  plugins: [vue()],
  test: { name, include: [`${folder}/**/*.test.ts`], environment: 'happy-dom' as const, testTimeout: 20_000 },
});

export default defineConfig({
  test: {
    passWithNoTests: false,
    reporters: ['default', './scripts/closing-line.ts'],
    projects: [
      pure('domain', 'packages/domain/src'),
      pure('print', 'packages/print/src'),
      pure('scan', 'packages/scan', 60_000),
      withDatabase('db', 'packages/db/src', 120_000),
      withDatabase('api', 'apps/api/src', 120_000),
      inPage('ui', 'packages/ui/src'),
      inPage('admin', 'apps/admin/src'),
      withDatabase('scenario', 'packages/scenario', 120_000),
      // After all others: a browser that shares two cores with everything else waits for minutes.
      withDatabase('e2e', 'e2e', 300_000, 1),
      pure('house', 'scripts', 120_000),
      pure('bench', 'bench'),
    ],
  },
});
