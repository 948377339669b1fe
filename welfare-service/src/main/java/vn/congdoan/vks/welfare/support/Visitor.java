package vn.congdoan.vks.welfare.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Who goes on a visit: a member, or somebody by name.
@JsonInclude(Include.NON_NULL)
@Schema(description = "Who goes on a visit: a member, or somebody by name; never both", examples = Visitor.EXAMPLE)
public record Visitor(
        @Schema(description = "The member, one of the union", nullable = true) @Nullable
        MemberId memberId,

        @Size(max = 200)
        @Schema(
                description = "The name of somebody who is no member",
                examples = "Ông Trần Văn Minh Họa",
                nullable = true)
        @Nullable
        String name) {

    static final String EXAMPLE = """
            {"memberId": "019366a0-0000-7000-8000-000000001234"}
            """;

    Visitor clean() {
        return new Visitor(memberId, name == null ? null : VietnameseText.singleLine(name));
    }

    static void requireMemberOrName(List<Visitor> visitors) {
        for (int each = 0; each < visitors.size(); each++) {
            Visitor visitor = visitors.get(each);
            boolean named = visitor.name() != null && !visitor.name().isBlank();
            if (named == (visitor.memberId() != null)) {
                throw new Invalid("/visitors/" + each, "member-or-name");
            }
        }
    }
}
