// Builds the extension for Chromium and Firefox into .output, and checks the size of each entry against its limit.
import { buildExtension } from './setup/build-extension.ts';

const chrome = await buildExtension('chrome');
const firefox = await buildExtension('firefox');
process.exitCode = chrome.isWithinLimits && firefox.isWithinLimits ? 0 : 1;
