// Builds the extension for Chromium and Firefox into .output, and prints and guards the size of each entry.
import { buildExtension } from './setup/build-extension.ts';

const chrome = await buildExtension('chrome');
const firefox = await buildExtension('firefox');
process.exitCode = chrome.isWithinLimits && firefox.isWithinLimits ? 0 : 1;
