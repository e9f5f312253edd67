import type { Call, Fault, FaultName, FaultNamed } from "./fault.ts";

interface Entry {
  readonly fault: Fault;
  struck: number;
}

/** Which faults are on, and how often each has struck. In memory: a restart of the stand-in ends them. */
export class FaultBook {
  #entries: Entry[] = [];

  replace(faults: readonly Fault[]): void {
    this.#entries = faults.map((fault) => ({ fault, struck: 0 }));
  }

  /** `times` tells how often a fault will still strike; without it, until it is ended. */
  list(): (Fault & { struck: number })[] {
    return this.#entries.map(({ fault, struck }) => ({ ...fault, ...left({ fault, struck }), struck }));
  }

  /** Uses up one strike of the first fault of these names, if there is one, and says so in the log. */
  strike<const Name extends FaultName>(names: readonly Name[], call?: Call): FaultNamed<Name> | undefined {
    const entry = this.#entries.find(
      (entry) => names.some((name) => name === entry.fault.fault) && isOn(entry) && concerns(entry, call),
    );
    if (!entry) return undefined;
    entry.struck += 1;
    console.error(`Xendit stand-in: the fault ${entry.fault.fault} strikes${call ? ` a ${call}` : ""}`);
    return entry.fault as FaultNamed<Name>;
  }
}

function left({ fault: { times }, struck }: Entry): { times?: number } {
  return times === undefined ? {} : { times: times - struck };
}

function isOn({ fault: { times }, struck }: Entry): boolean {
  return times === undefined || struck < times;
}

function concerns({ fault }: Entry, call: Call | undefined): boolean {
  return !("call" in fault) || fault.call === undefined || fault.call === call;
}
