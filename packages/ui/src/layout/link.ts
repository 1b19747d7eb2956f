import { type Component, type InjectionKey, inject, provide } from 'vue';

const key: InjectionKey<Component> = Symbol('link component');

/** A product with a router gives its link component (props: `to`) once, in the root component. */
export function provideLink(component: Component): void {
  provide(key, component);
}

/** The router's link, or nothing: then components draw a plain anchor. */
export function useLink(): Component | null {
  return inject(key, null);
}
