using GovDisclosure.Data.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovDisclosure.Data.Migrations.Gov
{
    /// <inheritdoc />
    public partial class FulfilmentIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_fulfilment_agency_id_obligation_id_published_at",
                schema: "gov",
                table: "fulfilment",
                columns: new[] { "agency_id", "obligation_id", "published_at" })
                .Annotation("Npgsql:IndexInclude", new[] { "valid_from", "valid_to", "reported_value" });

            migrationBuilder.Sql(SqlScript.Read("0005_overlaps.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_fulfilment_agency_id_obligation_id_published_at",
                schema: "gov",
                table: "fulfilment");
        }
    }
}
