package vn.congdoan.vks.planted.resource;

import jakarta.ws.rs.Path;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Reads rows by itself, in a class inside it.
@Path("/api/v1/reading-things")
class ReadingResource {

    record Row(String name) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(row.getString("name"));
        }
    }
}
