/// <reference types="vite/client" />
import type { Action } from '@gandan/domain/policy';
import 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title in the messages. */
    title: string;
    /** Whoever may not do this does not see the page. */
    action?: Action;
    /** For people who are not signed in. */
    open?: boolean;
    /** Without the shell's header: the page has the whole screen (entry). */
    bare?: boolean;
  }
}
