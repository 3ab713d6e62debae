// Loaded into the server's process: when the launcher is gone (even by kill -9), its channel closes and so do we.
process.on("disconnect", () => process.exit(0));
