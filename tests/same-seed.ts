import fc from 'fast-check';

/** Properties draw the same examples in every run, so that a red test is red for whoever looks; SEED draws others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_260_105) });
