// Stands in for the browser's extension API in unit tests: storage, messages and tabs in memory.
import { fakeBrowser } from 'wxt/testing/fake-browser';

export default fakeBrowser;
