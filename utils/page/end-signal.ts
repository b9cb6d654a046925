// Ends what listens to a signal.

/** With a reason: without one the browser makes an error and its stack, half a millisecond in a script that has just begun. */
export function endSignal(controller: AbortController | null): void {
  controller?.abort('ended');
}
