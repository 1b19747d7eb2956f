import '@gandan/ui/style.css';
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { createApp } from 'vue';
import App from './App.vue';
import { forgetSession } from './access/session.ts';
import { onSignedOut } from './api/client.ts';
import { ApiProblem } from './api/problem.ts';
import { i18n, language, speak } from './i18n/i18n.ts';
import { productRouter } from './router.ts';
import { theme, wear } from './shell/theme.ts';

wear(theme.value);
speak(language());

const RETRIES = 2;
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays a refusal; only an unreachable server is worth asking again.
      retry: (count, error) =>
        count < RETRIES && error instanceof ApiProblem && (error.status === 0 || error.status === 503),
    },
  },
});
const router = productRouter(queries);

onSignedOut(() => {
  forgetSession(queries);
  const { fullPath, meta } = router.currentRoute.value;
  if (!meta.open) void router.push({ name: 'sign-in', query: { from: fullPath, ended: '1' } });
});

// After going to another page, reading starts at its content, as after a page load.
router.afterEach((to, from) => {
  if (from.name && to.path !== from.path)
    requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }));
});

createApp(App).use(VueQueryPlugin, { queryClient: queries }).use(i18n).use(router).mount('#app');
