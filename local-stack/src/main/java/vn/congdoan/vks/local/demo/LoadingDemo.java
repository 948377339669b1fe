package vn.congdoan.vks.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import vn.congdoan.vks.local.realm.DemoLogins;

/// Loads the demo into a running system through its public API. It may be repeated at any time, after a load that was
/// killed half-way as well: every request leaves alone what is there. A complete load is noted in a file, so that the
/// next one needs a single request, to see that the system is still the one that was loaded.
public final class LoadingDemo {
    private static final String ADVICE =
            "What an earlier version of the demo or somebody's own changes left may stand in the way: ./dev reset"
                    + " makes room for a new one.";

    private final URI gateway;
    private final Function<DemoLogins, String> tokenOf;
    private final Path note;
    private final Duration pause;

    /// @param tokenOf a bearer token of a demo login
    /// @param note the file that says what was loaded; best among the system's data, which it is about
    public LoadingDemo(URI gateway, Function<DemoLogins, String> tokenOf, Path note) {
        this(gateway, tokenOf, note, Duration.ofSeconds(2));
    }

    LoadingDemo(URI gateway, Function<DemoLogins, String> tokenOf, Path note, Duration pause) {
        this.gateway = gateway;
        this.tokenOf = tokenOf;
        this.note = note;
        this.pause = pause;
    }

    /// Loads what is not there and says in one line what it did, or fails with [DemoFailed].
    public String run() {
        long begin = System.nanoTime();
        try (DemoApi api = new DemoApi(gateway, tokenOf, pause)) {
            UUID centralUnion = api.unitOfCode(DemoUnion.VKSTC.admin(), DemoUnion.VKSTC.name());
            List<Step> steps = DemoScenario.of(centralUnion);
            String digest = digest(steps);
            if (isNoted(digest)) {
                return "demo: already there";
            }
            for (Step step : steps.subList(firstToDo(steps, api), steps.size())) {
                api.perform(step);
            }
            noteDown(digest);
            return summary(steps, (System.nanoTime() - begin) / 1e9);
        } catch (DemoFailed e) {
            throw new DemoFailed("The demo cannot be loaded. " + e.getMessage() + "\n" + ADVICE, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Steps can be repeated until a reorganization is applied that comes after them: then units that they name have
    /// ended, and people who took them have lost their roles. But then all of them have been taken.
    private static int firstToDo(List<Step> steps, DemoApi api) {
        return DemoReorganizations.applications(steps).toList().reversed().stream()
                .filter(api::isApplied)
                .findFirst()
                .map(last -> steps.indexOf(last) + 1)
                .orElse(0);
    }

    /// Two scenarios for the same system are the same if and only if their digests are.
    static String digest(List<Step> steps) {
        MessageDigest digest = DemoIds.sha256();
        for (Step step : steps) {
            String line = step.by() + " " + step.kind() + " " + step.path() + " " + DemoApi.text(step.body()) + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private boolean isNoted(String digest) throws IOException {
        return Files.exists(note) && Files.readString(note).strip().equals(digest);
    }

    private void noteDown(String digest) throws IOException {
        Path draft = note.resolveSibling(note.getFileName() + ".new");
        Files.writeString(draft, digest + "\n");
        Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String summary(List<Step> steps, double seconds) {
        int sections = 0;
        int members = 0;
        for (Step step : steps) {
            switch (step.body()) {
                case Body.NewUnit unit -> sections += unit.kind().equals("SECTION") ? 1 : 0;
                case Body.Enrolments rows -> members += rows.items().size();
                case Body.NewAssignment _, Body.Account _, Body.NewFund _ -> {}
                case Body.NewExternalBody _, Body.NewLocalSuperior _ -> {}
                case Body.NewCommittee _, Body.Recognition _, Body.NewReportedFigure _ -> {}
                case Body.NewCampaign _, Body.Launch _, Body.NewParticipation _, Body.NewCommitment _ -> {}
                case Body.NewDrive _, Body.NewContribution _, Body.NewEntry _ -> {}
                case Body.NewSupportLimit _, Body.NewProgramme _, Body.Approval _, Body.Payment _ -> {}
                case Body.NewProposal _, Body.Granting _, Body.Receipt _, Body.PayingOn _, Body.OfLines _ -> {}
                case Body.NewCare _, Body.CarePayment _, Body.Nothing _ -> {}
                case Body.NewReorganization _, Body.Application _, Body.Finish _ -> {}
                case Body.NewFundMove _, Body.NewClosingStatement _, Body.NewDocumentHandover _ -> {}
            }
        }
        return String.format(
                Locale.ROOT,
                "demo: %d unions, %d sections, %,d members in %.1f s",
                DemoUnion.values().length,
                sections,
                members,
                seconds);
    }
}
