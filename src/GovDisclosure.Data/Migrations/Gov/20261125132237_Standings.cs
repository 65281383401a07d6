using GovDisclosure.Data.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovDisclosure.Data.Migrations.Gov
{
    /// <inheritdoc />
    public partial class Standings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_obligation_standing_agency_id_obligation_id",
                schema: "gov",
                table: "obligation_standing",
                columns: new[] { "agency_id", "obligation_id" },
                unique: true,
                filter: "valid_to IS NULL");

            migrationBuilder.Sql(SqlScript.Read("0013_standings.sql"));
        }
    }
}
