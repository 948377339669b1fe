package vn.congdoan.vks.membership.reorganization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.problem.Problem;
import vn.congdoan.vks.platform.problem.Problems;
import vn.congdoan.vks.platform.problem.Violation;

/// Reads and writes what reorganizations keep as they were said, and shows them in the caller's language.
@ApplicationScoped
class ReorganizationViews {

    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
    private static final TypeReference<List<HomeReportState.Taken>> TAKEN = new TypeReference<>() {};

    private final HomeReports reports;
    private final ObjectMapper json;
    private final Problems problems;
    private final HttpHeaders headers;
    private final Caller caller;

    ReorganizationViews(HomeReports reports, ObjectMapper json, Problems problems, HttpHeaders headers, Caller caller) {
        this.reports = reports;
        this.caller = caller;
        this.json = json;
        this.problems = problems;
        this.headers = headers;
    }

    ReorganizationView view(Reorganization reorganization) {
        return reorganization.view(shown(said(reorganization)), refusal(reorganization), homes(reorganization));
    }

    private List<ReorganizationView.Home> homes(Reorganization reorganization) {
        if (reorganization.awaits().isEmpty()) {
            return List.of();
        }
        Map<String, HomeReport> told = reports.of(reorganization.id()).stream()
                .collect(Collectors.toMap(HomeReport::node, Function.identity()));
        return reorganization.awaits().stream()
                .map(node -> home(node, told.get(node)))
                .toList();
    }

    private ReorganizationView.Home home(String node, @Nullable HomeReport report) {
        if (report == null) {
            return new ReorganizationView.Home(node, ReorganizationView.Progress.WAITING, null, List.of());
        }
        return new ReorganizationView.Home(
                node,
                report.isDone() ? ReorganizationView.Progress.DONE : ReorganizationView.Progress.REFUSED,
                report.reportedAt(),
                violations(report).stream().map(this::told).toList());
    }

    /// What everybody may know of a node's answer.
    HomeReportState published(HomeReport report) {
        return report.published(violations(report), read(report.taken(), TAKEN));
    }

    private List<Violation> violations(HomeReport report) {
        return report.refusals().map(this::violations).orElse(List.of());
    }

    /// What everybody may know of it.
    ReorganizationState published(Reorganization reorganization) {
        return reorganization.published(
                said(reorganization),
                reorganization
                        .refused()
                        .map(refused -> new ReorganizationState.Refusal(refused.at(), violations(refused.violations())))
                        .orElse(null));
    }

    /// Which members go where is for those who may read them; a reorganization itself is for all staff.
    private NewReorganization shown(NewReorganization said) {
        return !said.members().isEmpty()
                        && caller.reach(
                                        Permission.READ_MEMBERS,
                                        said.predecessors().getFirst())
                                != Reach.SCOPE
                ? said.withMembers(_ -> List.of())
                : said;
    }

    NewReorganization said(Reorganization reorganization) {
        try {
            return json.readValue(reorganization.form(), NewReorganization.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Reorganization " + reorganization.id() + " cannot be read", broken);
        }
    }

    String json(Object said) {
        try {
            return json.writeValueAsString(said);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A rule that was broken, in the caller's language.
    Problem.Place told(Violation violation) {
        return problems.place(violation, headers);
    }

    private ReorganizationView.@Nullable Refusal refusal(Reorganization reorganization) {
        return reorganization
                .refused()
                .map(refused -> new ReorganizationView.Refusal(
                        refused.at(),
                        violations(refused.violations()).stream()
                                .map(this::told)
                                .toList()))
                .orElse(null);
    }

    private List<Violation> violations(String text) {
        return read(text, VIOLATIONS);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("What was kept of a reorganization cannot be read", broken);
        }
    }
}
