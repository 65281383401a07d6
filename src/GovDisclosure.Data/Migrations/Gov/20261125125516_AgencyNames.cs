using System;
using GovDisclosure.Data.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovDisclosure.Data.Migrations.Gov
{
    /// <inheritdoc />
    public partial class AgencyNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agency_name",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    named_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency_name", x => x.id);
                    table.CheckConstraint("ck_agency_name_valid", "valid_to >= valid_from");
                    table.ForeignKey(
                        name: "fk_agency_name_agency_named_agency_id",
                        column: x => x.named_agency_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agency_name_named_agency_id_name",
                schema: "gov",
                table: "agency_name",
                columns: new[] { "named_agency_id", "name" });

            migrationBuilder.Sql(SqlScript.Read("0009_agency_names.sql"));
        }
    }
}
