// The version of the engine's results: it is stored with all data and changes whenever the same input would cluster differently.

export const ENGINE_VERSION = 26;
