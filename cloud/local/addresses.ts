import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

export interface Addresses {
  api: URL;
  s3: URL;
  xendit: URL;
}

/** Three ports in a row from the one asked for, or three free ones. */
export async function chooseAddresses(firstPort: number): Promise<Addresses> {
  const [api, s3, xendit] = firstPort === 0 ? await freePorts() : [firstPort, firstPort + 1, firstPort + 2];
  return { api: onLoopback(api), s3: onLoopback(s3), xendit: onLoopback(xendit) };
}

function onLoopback(port: number): URL {
  return new URL(`http://127.0.0.1:${port}`);
}

async function freePorts(): Promise<[number, number, number]> {
  const held = await Promise.all([holdFreePort(), holdFreePort(), holdFreePort()]);
  await Promise.all(held.map(({ release }) => release()));
  const [first, second, third] = held;
  return [first.port, second.port, third.port];
}

async function holdFreePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    release: () => new Promise((resolve) => server.close(resolve)),
  };
}
