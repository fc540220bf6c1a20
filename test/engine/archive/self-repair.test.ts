import { saying } from '../../support/saying.ts';
import { describe, expect, it } from 'vitest';
import { FailureError, type Failure } from '../../../electron/contract/failure.ts';
import { mending } from '../../../electron/engine/archive/self-repair.ts';

const damage = new FailureError({ code: 'damaged', message: 'index.sqlite: a block is damaged' });

/** A call that fails as often as there are failures left, and the repairs that it led to. */
function broken(failures: Error[], repairs: (() => Promise<{ ok: boolean; problems: string[] }>)[] = []) {
  const seen = { checks: 0 };
  const check = (): Promise<{ ok: boolean; problems: string[] }> => {
    seen.checks += 1;
    return repairs.shift()?.() ?? Promise.resolve({ ok: false, problems: ['it was damaged'] });
  };
  const call = mending(check)(async (_request: unknown) => {
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
    return 'answer';
  });
  return { seen, call };
}

describe('a call that reads the index', () => {
  it.each<Failure['code']>(['unexpected', 'bad-request', 'cancelled', 'result-set-gone', 'disk-full'])(
    'that fails with %s repairs nothing',
    async (code) => {
      const { seen, call } = broken([new FailureError({ code, message: 'no' } as Failure)]);
      await expect(call({})).rejects.toThrow('no');
      expect(seen.checks).toBe(0);
    },
  );

  it('that fails for a reason of its own repairs nothing, and real damage behind it is repaired', async () => {
    const { seen, call } = broken([new TypeError('a fault of ours'), damage]);
    await expect(call({})).rejects.toThrow('a fault of ours');
    expect([await call({}), seen.checks]).toEqual(['answer', 1]);
  });

  it('is repaired each time that damage is met, not only the first', async () => {
    const { seen, call } = broken([damage]);
    await call({});
    const failures = [damage];
    const again = broken(failures);
    await again.call({});
    failures.push(damage);
    await again.call({});
    expect([seen.checks, again.seen.checks]).toEqual([1, 2]);
  });

  it('shares one repair with the calls that meet the damage meanwhile', async () => {
    const { seen, call } = broken([damage, damage, damage]);
    expect(await Promise.all([call({}), call({}), call({})])).toEqual(['answer', 'answer', 'answer']);
    expect(seen.checks).toBe(1);
  });

  it('says why a repair could not be made, and tries it again', async () => {
    const { seen, call } = broken([damage, damage], [() => Promise.reject(new Error('the disk is full'))]);
    await expect(call({})).rejects.toMatchObject({
      failure: { code: 'library-unusable', message: saying('the disk is full') },
    });
    expect([await call({}), seen.checks]).toEqual(['answer', 2]);
  });

  it('that fails again after a repair that found nothing says what failed', async () => {
    const { call } = broken([damage], [() => Promise.resolve({ ok: true, problems: [] })]);
    await expect(call({})).rejects.toBe(damage);
  });
});
