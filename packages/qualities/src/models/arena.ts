/** One block of memory that the kernel works on, given out piece by piece and never taken back. */
import { createKernel, type Kernel } from './kernel.ts';

export class Arena {
  readonly kernel: Kernel;
  private free = 16;

  constructor(size: number, create: (size: number) => Kernel = createKernel) {
    this.kernel = create(size + 16);
  }

  floats(length: number): Float32Array {
    return new Float32Array(this.kernel.buffer, this.take(length * 4), length);
  }

  integers(length: number): Int32Array {
    return new Int32Array(this.kernel.buffer, this.take(length * 4), length);
  }

  bytes(length: number): Int8Array {
    return new Int8Array(this.kernel.buffer, this.take(length), length);
  }

  /** Throws a RangeError when the block is used up: whoever made the arena counted wrong. */
  private take(size: number): number {
    const at = this.free;
    this.free += (size + 15) & ~15;
    if (this.free > this.kernel.buffer.byteLength)
      throw new RangeError('The models need more memory than was counted.');
    return at;
  }
}
