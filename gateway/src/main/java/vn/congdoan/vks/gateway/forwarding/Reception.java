package vn.congdoan.vks.gateway.forwarding;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import vn.congdoan.vks.gateway.GatewaySettings;
import vn.congdoan.vks.gateway.problem.Problem;
import vn.congdoan.vks.gateway.problem.ProblemCode;
import vn.congdoan.vks.gateway.problem.Problems;
import vn.congdoan.vks.gateway.routing.RequestTarget;
import vn.congdoan.vks.gateway.routing.Routes;
import vn.congdoan.vks.gateway.routing.Routes.Destination;
import vn.congdoan.vks.gateway.token.TokenCheck;

/// Sends each request of the public API where the routing table says, once its caller is known. Below `/api` nothing
/// else exists; other paths are the gateway's own open pages.
@ApplicationScoped
final class Reception {

    private static final Logger LOG = Logger.getLogger(Reception.class);

    private static final int BEFORE_OTHER_ROUTES = 0;

    private final TokenCheck tokenCheck;
    private final Services services;
    private final GatewaySettings settings;

    Reception(TokenCheck tokenCheck, Services services, GatewaySettings settings) {
        this.tokenCheck = tokenCheck;
        this.services = services;
        this.settings = settings;
    }

    void open(@Observes Router router) {
        router.route().order(BEFORE_OTHER_ROUTES).handler(this::receive).failureHandler(Reception::failed);
        router.route().last().handler(Reception::nothingHere);
    }

    private void receive(RoutingContext context) {
        var target = RequestTarget.read(context.request().uri());
        if (target.isEmpty()) {
            Problems.answer(context, Problem.of(ProblemCode.INVALID_REQUEST));
            return;
        }
        if (Routes.open(target.get().path())) {
            context.next();
            return;
        }
        Routes.of(target.get().path())
                .map(Routes.Route::destination)
                .ifPresentOrElse(destination -> check(context, target.get(), destination), () -> nothingHere(context));
    }

    private void check(RoutingContext context, RequestTarget target, Destination destination) {
        context.request().pause();
        tokenCheck.require(context, () -> {
            switch (destination) {
                case Destination.Forwarded(var backend) ->
                    Exchange.begin(context, target, services.get(backend), settings);
                case Destination.Composed() -> {
                    context.request().resume();
                    context.next();
                }
            }
        });
    }

    /// What the HTTP layer refuses (a request without Host) and what nobody foresaw.
    private static void failed(RoutingContext context) {
        if (context.statusCode() >= 400 && context.statusCode() < 500) {
            Problems.answer(context, Problem.ofStatus(context.statusCode()));
            return;
        }
        LOG.error("A request failed", context.failure());
        Problems.answer(context, Problem.of(ProblemCode.INTERNAL_ERROR));
    }

    private static void nothingHere(RoutingContext context) {
        Problems.answer(context, Problem.of(ProblemCode.NOT_FOUND));
    }
}
