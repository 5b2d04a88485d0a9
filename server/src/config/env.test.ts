import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, readConfig } from './env.ts';
import { EXIT, StartupFault } from './exit-codes.ts';

describe('a wrong value is refused in a sentence that names it', () => {
  it.each([
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535, but is "http".'],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535, but is "70000".'],
    ['PORT', '-1', 'PORT must be a whole number'],
    ['PORT', '1e3', 'PORT must be a whole number'],
    ['MONTH_SECONDS', '0', 'MONTH_SECONDS must be a whole number from 10 to'],
    ['TIME_SCALE', 'fast', 'TIME_SCALE must be a number from 0.01 to 10000'],
    ['TIME_SCALE', '1e3', 'TIME_SCALE must be a number'],
    ['TIME_SCALE', 'Infinity', 'TIME_SCALE must be a number'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, error'],
    ['PUBLIC_URL', 'bloomvale.example', 'PUBLIC_URL must be an origin such as'],
    ['PUBLIC_URL', 'https://bloomvale.example/play', 'PUBLIC_URL must be an origin'],
    ['PUBLIC_URL', 'ftp://bloomvale.example', 'PUBLIC_URL must be an origin'],
    ['TRUST_PROXY', 'yes', 'TRUST_PROXY must be a whole number from 0 to 5'],
    ['GUESTS_PER_HOUR', '0', 'GUESTS_PER_HOUR must be a whole number from 1'],
    ['MIN_AGE', '1000', 'MIN_AGE must be a whole number from 0 to 99'],
  ])('%s=%s', (name, value, sentence) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(sentence);
    expect(read).toThrow(StartupFault);
    expect(read).toThrow(expect.objectContaining({ exitCode: EXIT.CONFIGURATION }));
  });
});

describe('what is left out', () => {
  it('has a default, an empty value too', () => {
    const defaults = readConfig({});
    expect(readConfig({ PORT: '', DATA_DIR: ' ', PUBLIC_URL: '', TIME_SCALE: '' })).toEqual(defaults);
    expect(defaults).toMatchObject({
      port: 2567,
      monthSeconds: 14_400,
      timeScale: 1,
      logLevel: 'info',
      trustProxy: 0,
      minAge: 15,
    });
    expect(defaults.dataDir).toBe(resolve(ROOT, 'data'));
    expect([defaults.host, defaults.publicUrl]).toEqual([undefined, undefined]);
  });
});

describe('what is given', () => {
  it('is taken', () => {
    const given = {
      PORT: '0',
      HOST: '::1',
      DATA_DIR: '/srv/b',
      TIME_SCALE: '2.5',
      PUBLIC_URL: 'https://b.example/',
      TRUST_PROXY: '1',
    };
    expect(readConfig(given)).toMatchObject({
      port: 0,
      host: '::1',
      dataDir: '/srv/b',
      timeScale: 2.5,
      publicUrl: 'https://b.example',
      trustProxy: 1,
    });
  });

  it('may be a folder anywhere, relative ones start at the repository', () => {
    expect(readConfig({ DATA_DIR: 'other' }).dataDir).toBe(resolve(ROOT, 'other'));
  });
});
