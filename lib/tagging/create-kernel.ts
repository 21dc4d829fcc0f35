import { createPlainKernel } from './kernel-plain.ts';
import { createSimdKernel } from './kernel-simd.ts';
import type { Kernel, KernelKind } from './kernel.ts';

/** The best kernel this platform, or a page's security policy, allows, over at least `bytes` bytes of memory. */
export function createKernel(bytes: number, kind?: KernelKind): Kernel {
  const kinds = kind ? [kind] : (['bytes', 'simd'] as const);
  for (const each of kinds) {
    const kernel = each === 'plain' ? null : createSimdKernel(bytes, each);
    if (kernel) return kernel;
  }
  return createPlainKernel(bytes);
}
