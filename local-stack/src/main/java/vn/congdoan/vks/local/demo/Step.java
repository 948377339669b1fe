package vn.congdoan.vks.local.demo;

import vn.congdoan.vks.local.realm.DemoLogins;

/// One request of the demo and who makes it. Each may be repeated: what is there already stays as it is.
///
/// @param path below `/api/v1/`
record Step(DemoLogins by, Kind kind, String path, Body body) {

    /// How it is made.
    enum Kind {
        /// `PUT` with `If-None-Match: *`, under the demo's own id.
        CREATE,
        /// `PUT` of something that may be there.
        PUT,
        /// `POST` of a record whose body names the demo's own id.
        ADD,
        /// `POST` of rows, of which none may be rejected.
        ENROL,
        /// `POST` of a transition, if the record is a draft still.
        TRANSITION,
        /// `POST` of a step that is taken once, under an `Idempotency-Key` that follows from what is asked.
        ONCE,
        /// The same of a step that names every line of the record.
        ONCE_FOR_LINES,
        /// `POST` that makes a reorganization final, once everything that it ended is closed; one that is final
        /// already, or is not applied, is left alone.
        FINISH,
        /// `POST` of a participation; who takes part already is left alone.
        JOIN
    }
}
