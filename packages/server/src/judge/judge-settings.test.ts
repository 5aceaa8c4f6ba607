import { RapportError } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { isLoopback, readJudgeSettings } from './judge-settings.ts';

const local = {
  RAPPORT_JUDGE_PROVIDER: 'openai-compatible',
  RAPPORT_JUDGE_URL: 'http://127.0.0.1:11434/v1',
  RAPPORT_JUDGE_MODEL: 'some-7b',
};
const refusalOf = (environment: Record<string, string>): string => {
  try {
    readJudgeSettings(environment);
  } catch (error) {
    if (error instanceof RapportError) return error.message;
  }
  return 'not refused';
};

describe('the settings of the judge', () => {
  it('are off unless a provider is named, whatever else is set', () => {
    const { RAPPORT_JUDGE_PROVIDER: _, ...rest } = local;
    expect(readJudgeSettings({})).toBeNull();
    expect(readJudgeSettings({ ...rest, RAPPORT_JUDGE_KEY: 'k' })).toBeNull();
    expect(readJudgeSettings({ ...local, RAPPORT_JUDGE_PROVIDER: 'off' })).toBeNull();
    expect(readJudgeSettings({ ...local, RAPPORT_JUDGE_PROVIDER: ' ' })).toBeNull();
  });

  it('ask for no key on a local server, and have a budget without being told', () => {
    expect(readJudgeSettings(local)).toMatchObject({
      ...{ provider: 'openai-compatible', model: 'some-7b', key: undefined, limitSeconds: 45, answers: 'schema' },
      budget: { unit: 'calls', perDay: 200 },
    });
  });

  it('know where Anthropic is, and ask for its key', () => {
    const anthropic = { RAPPORT_JUDGE_PROVIDER: 'anthropic', RAPPORT_JUDGE_MODEL: 'm', RAPPORT_JUDGE_KEY: 'k' };
    expect(readJudgeSettings(anthropic)?.url.href).toBe('https://api.anthropic.com/v1');
    expect(refusalOf({ ...anthropic, RAPPORT_JUDGE_KEY: '' })).toContain('RAPPORT_JUDGE_KEY is missing');
  });

  it('take a budget in calls or tokens, also none at all', () => {
    const budget = (text: string) => readJudgeSettings({ ...local, RAPPORT_JUDGE_DAILY_LIMIT: text })?.budget;
    expect(budget('50')).toEqual({ unit: 'calls', perDay: 50 });
    expect(budget('0 calls')).toEqual({ unit: 'calls', perDay: 0 });
    expect(budget('500000 tokens')).toEqual({ unit: 'tokens', perDay: 500_000 });
  });

  it.each([
    ['RAPPORT_JUDGE_PROVIDER', 'gemini'],
    ['RAPPORT_JUDGE_MODEL', ''],
    ['RAPPORT_JUDGE_URL', ''],
    ['RAPPORT_JUDGE_URL', 'ftp://127.0.0.1/v1'],
    ['RAPPORT_JUDGE_URL', 'file:///etc/passwd'],
    ['RAPPORT_JUDGE_URL', 'https://me:secret@example.org/v1'],
    ['RAPPORT_JUDGE_URL', 'https://example.org/v1?key=secret'],
    ['RAPPORT_JUDGE_DAILY_LIMIT', 'lots'],
    ['RAPPORT_JUDGE_DAILY_LIMIT', '-5'],
    ['RAPPORT_JUDGE_SECONDS', '0'],
    ['RAPPORT_JUDGE_SECONDS', '9999'],
    ['RAPPORT_JUDGE_ANSWERS', 'xml'],
  ])('refuse %s=%s and name the setting, without repeating what may be a secret', (name, value) => {
    expect(refusalOf({ ...local, [name]: value })).toMatch(new RegExp(`^The setting ${name} is`));
    expect(refusalOf({ ...local, [name]: value })).not.toContain('secret');
  });

  it('let http go no further than this machine and its own network', () => {
    const take = (url: string) => readJudgeSettings({ ...local, RAPPORT_JUDGE_URL: url })?.url.href;
    for (const url of [
      'http://localhost:1/v1',
      'http://[::1]:1/v1',
      'http://ollama:11434/v1',
      'http://192.168.1.9/v1',
      'http://[fd00::1]/v1',
      'http://box.lan/v1',
    ]) {
      expect(take(url)).toBe(url);
    }
    for (const url of [
      'http://api.example.org/v1',
      'http://8.8.8.8/v1',
      'http://172.32.0.1/v1',
      'http://169.254.169.254/v1',
      'http://[2001:db8::1]/v1',
    ]) {
      expect(refusalOf({ ...local, RAPPORT_JUDGE_URL: url })).toContain('https');
    }
    expect(take('https://api.example.org/v1')).toBe('https://api.example.org/v1');
  });

  it('tell this machine from others', () => {
    expect(
      ['http://localhost/v1', 'http://127.9.9.9/v1', 'http://[::1]/v1'].every((url) => isLoopback(new URL(url))),
    ).toBe(true);
    expect(
      ['http://127.0.0.1.example.org/', 'http://192.168.1.9/', 'http://ollama/'].some((url) =>
        isLoopback(new URL(url)),
      ),
    ).toBe(false);
  });
});
