let session = null;
self.onmessage = async (event) => {
  const { id, module, request } = event.data;
  try {
    if (module) { session = await safsimSession(module); }
    self.postMessage({ id, answer: request ? session(request) : "" });
  } catch (error) { self.postMessage({ id, broken: String(error && error.message || error) }); }
};
