using System;
using GovDisclosure.Data.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovDisclosure.Data.Migrations.Gov
{
    /// <inheritdoc />
    public partial class Clocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "clock_start",
                schema: "gov",
                table: "task_rule",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "event");

            migrationBuilder.AddColumn<int>(
                name: "day_of_next_month",
                schema: "gov",
                table: "task_rule",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "extension_cap",
                schema: "gov",
                table: "task_rule",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "in_force_from",
                schema: "gov",
                table: "task_rule",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "in_force_to",
                schema: "gov",
                table: "task_rule",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "rolls_off_days_off",
                schema: "gov",
                table: "task_rule",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "extend_by",
                schema: "gov",
                table: "request_decision",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "revoked_at",
                schema: "gov",
                table: "request_decision",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "revoked_by_name",
                schema: "gov",
                table: "request_decision",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "revoked_reason",
                schema: "gov",
                table: "request_decision",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "extend_by",
                schema: "gov",
                table: "duty_request",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "stop_from",
                schema: "gov",
                table: "duty_request",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "stop_to",
                schema: "gov",
                table: "duty_request",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "obligation_basis",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    original_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    assumed = table.Column<bool>(type: "boolean", nullable: false),
                    fixed_date = table.Column<DateOnly>(type: "date", nullable: true),
                    day_of_next_month = table.Column<int>(type: "integer", nullable: true),
                    trigger_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    extension_cap = table.Column<int>(type: "integer", nullable: true),
                    in_force_from = table.Column<DateOnly>(type: "date", nullable: true),
                    in_force_to = table.Column<DateOnly>(type: "date", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    min_count = table.Column<int>(type: "integer", nullable: true),
                    period = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    phrase = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    rolls_off_days_off = table.Column<bool>(type: "boolean", nullable: false),
                    clock_start = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: true),
                    working_days_after_period = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obligation_basis", x => new { x.agency_id, x.obligation_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_obligation_basis_obligation_agency_id_obligation_id",
                        columns: x => new { x.agency_id, x.obligation_id },
                        principalSchema: "gov",
                        principalTable: "obligation",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql(SqlScript.Read("0006_clocks.sql"));
        }
    }
}
