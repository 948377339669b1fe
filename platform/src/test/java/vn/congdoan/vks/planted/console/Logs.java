package vn.congdoan.vks.planted.console;

import org.jboss.logging.Logger;

/// Writes to the log.
class Logs {

    private static final Logger LOG = Logger.getLogger(Logs.class);

    void failure(Exception failure) {
        LOG.error("It failed", failure);
    }
}
