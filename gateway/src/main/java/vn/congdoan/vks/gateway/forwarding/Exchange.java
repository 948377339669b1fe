package vn.congdoan.vks.gateway.forwarding;

import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.gateway.GatewaySettings;
import vn.congdoan.vks.gateway.problem.Problem;
import vn.congdoan.vks.gateway.problem.ProblemCode;
import vn.congdoan.vks.gateway.problem.Problems;
import vn.congdoan.vks.gateway.routing.RequestTarget;
import vn.congdoan.vks.gateway.routing.Routes;

/// One request on its way to a service and its answer on the way back. Both bodies stream with back-pressure; nothing
/// is held as a whole. All of it happens on the request's event loop.
///
/// Its life: connecting → (uploading →) waiting → answering → over. Each phase has its time limit, and whichever side
/// goes away, the other is released at once.
final class Exchange {

    private enum Phase {
        CONNECTING,
        UPLOADING,
        WAITING,
        ANSWERING,
        OVER
    }

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Service service;
    private final GatewaySettings settings;
    private final Patience patience;
    private final long maxBodySize;
    private final Duration uploadTimeout;
    private Phase phase = Phase.CONNECTING;
    private @Nullable HttpClientRequest toService;
    private boolean whollySent;

    private Exchange(RoutingContext context, RequestTarget target, Service service, GatewaySettings settings) {
        this.context = context;
        this.request = context.request();
        this.response = context.response();
        this.service = service;
        this.settings = settings;
        boolean isFile = request.method().equals(HttpMethod.PUT) && Routes.takesFile(target.path());
        this.maxBodySize = (isFile ? settings.maxFileSize() : settings.maxBodySize()).asLongValue();
        this.uploadTimeout = isFile ? settings.fileTimeout() : settings.uploadTimeout();
        this.patience = new Patience(context.vertx(), this::outOfTime);
        context.addEndHandler(_ -> release());
    }

    /// Takes over a paused request whose caller is known.
    static void begin(RoutingContext context, RequestTarget target, Service service, GatewaySettings settings) {
        var exchange = new Exchange(context, target, service, settings);
        if (Bodies.declaredLength(context.request()) > exchange.maxBodySize) {
            exchange.refuseBody();
            return;
        }
        exchange.patience.start(settings.requestTimeout());
        var eventLoop = context.vertx().getOrCreateContext();
        service.open(context.request().method(), target.uri())
                .onComplete(opened -> eventLoop.runOnContext(_ -> exchange.opened(opened)));
    }

    private void opened(AsyncResult<HttpClientRequest> opened) {
        if (phase == Phase.OVER) {
            opened.map(HttpClientRequest::reset);
            return;
        }
        if (opened.failed()) {
            fail(Failures.whileConnecting(opened.cause()), service.name());
            return;
        }
        var outgoing = opened.result();
        toService = outgoing;
        writeHead(outgoing);
        // What goes wrong is told once, by the future of the answer.
        outgoing.exceptionHandler(_ -> {});
        outgoing.response().onComplete(this::answered);
        if (request.isEnded() || !Bodies.mayHaveBody(request)) {
            outgoing.end();
            whollySent = true;
            request.resume();
            sent();
            return;
        }
        phase = Phase.UPLOADING;
        patience.start(uploadTimeout);
        if (Bodies.waitsForContinue(request)) {
            response.writeContinue();
        }
        upload(outgoing);
    }

    private void writeHead(HttpClientRequest outgoing) {
        var headers = outgoing.headers();
        HeaderRules.eachOfRequest(request.headers(), headers::add);
        headers.set(Problems.REQUEST_ID, response.headers().get(Problems.REQUEST_ID));
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        var authority = request.authority();
        if (authority != null) {
            headers.set("X-Forwarded-Host", authority.toString());
        }
        long declared = Bodies.declaredLength(request);
        if (declared >= 0) {
            headers.set(HttpHeaders.CONTENT_LENGTH, Long.toString(declared));
        } else if (!request.isEnded() && Bodies.mayHaveBody(request)) {
            outgoing.setChunked(true);
        }
    }

    private void upload(HttpClientRequest outgoing) {
        var seen = new Bodies.Counter(maxBodySize);
        request.handler(chunk -> {
            if (phase == Phase.OVER) {
                return;
            }
            if (seen.exceededBy(chunk)) {
                refuseBody();
                return;
            }
            outgoing.write(chunk);
            if (outgoing.writeQueueFull()) {
                request.pause();
                outgoing.drainHandler(_ -> request.resume());
            }
        });
        request.endHandler(_ -> {
            if (phase != Phase.OVER) {
                outgoing.end();
                whollySent = true;
            }
            if (phase == Phase.UPLOADING) {
                sent();
            }
        });
        request.exceptionHandler(_ -> release());
        request.resume();
    }

    private void sent() {
        phase = Phase.WAITING;
        patience.start(settings.requestTimeout());
    }

    private void answered(AsyncResult<HttpClientResponse> answered) {
        if (phase == Phase.OVER) {
            return;
        }
        if (answered.failed() || !Bodies.finalStatus(answered.result().statusCode())) {
            fail(Failures.afterSending(), service.name());
            return;
        }
        service.answered();
        var answer = answered.result();
        phase = Phase.ANSWERING;
        patience.startRenewable(settings.stallTimeout());
        response.setStatusCode(answer.statusCode());
        HeaderRules.eachOfResponse(
                answer.headers(),
                (name, value) ->
                        response.headers().add(name, name.equals("location") ? service.publicLocation(value) : value));
        frame(answer);
        download(answer);
    }

    private void frame(HttpClientResponse answer) {
        long declared = Bodies.declaredLength(answer);
        if (declared >= 0 && answer.statusCode() != 204) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(declared));
        } else if (Bodies.hasBody(request, answer) && request.version() == HttpVersion.HTTP_1_1) {
            response.setChunked(true);
        }
        boolean delimitedByClose = declared < 0 && request.version() == HttpVersion.HTTP_1_0;
        boolean uploadUnfinished = !request.isEnded();
        if ((delimitedByClose || uploadUnfinished) && request.version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private void download(HttpClientResponse answer) {
        answer.handler(chunk -> pass(answer, chunk));
        answer.endHandler(_ -> {
            if (phase != Phase.OVER) {
                complete();
                response.end();
            }
        });
        answer.exceptionHandler(_ -> fail(Failures.afterSending(), service.name()));
    }

    private void pass(HttpClientResponse answer, Buffer chunk) {
        if (phase == Phase.OVER) {
            return;
        }
        patience.renew();
        response.write(chunk);
        if (response.writeQueueFull()) {
            answer.pause();
            response.drainHandler(_ -> {
                patience.renew();
                answer.resume();
            });
        }
    }

    private void outOfTime() {
        switch (phase) {
            case CONNECTING, WAITING ->
                fail(ProblemCode.UPSTREAM_TIMEOUT, service.name(), seconds(settings.requestTimeout()));
            case UPLOADING -> {
                boolean serviceIsSlow = toService != null && toService.writeQueueFull();
                if (serviceIsSlow) {
                    fail(ProblemCode.UPSTREAM_TIMEOUT, service.name(), seconds(uploadTimeout));
                } else {
                    fail(ProblemCode.REQUEST_TIMEOUT, seconds(uploadTimeout));
                }
            }
            case ANSWERING -> fail(ProblemCode.UPSTREAM_TIMEOUT, service.name(), seconds(settings.stallTimeout()));
            case OVER -> {}
        }
    }

    private void refuseBody() {
        fail(ProblemCode.BODY_TOO_LARGE, Long.toString(maxBodySize));
    }

    private void fail(ProblemCode code, String... arguments) {
        if (phase == Phase.OVER) {
            return;
        }
        service.failed(code);
        release();
        Problems.answer(context, Problem.of(code, arguments));
    }

    /// Leaves the connection to the next exchange. It may have it already, so that a reset would break that one.
    private void complete() {
        if (!whollySent) {
            release();
            return;
        }
        phase = Phase.OVER;
        patience.end();
    }

    /// Breaks the exchange off on the service's side: a connection whose exchange is not complete is closed, not
    /// reused.
    private void release() {
        if (phase == Phase.OVER) {
            return;
        }
        phase = Phase.OVER;
        patience.end();
        if (toService != null) {
            toService.reset();
        }
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }
}
