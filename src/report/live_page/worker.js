let desk = null;
self.onmessage = async (event) => {
  const { id, module, request } = event.data;
  try {
    if (module) { desk = await safsimDesk(module); }
    self.postMessage({ id, answer: request ? desk(request) : "" });
  } catch (error) { self.postMessage({ id, broken: String(error && error.message || error) }); }
};
