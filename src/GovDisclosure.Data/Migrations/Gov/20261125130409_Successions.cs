using System;
using GovDisclosure.Data.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovDisclosure.Data.Migrations.Gov
{
    /// <inheritdoc />
    public partial class Successions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "inherited_from_agency_id",
                schema: "gov",
                table: "obligation",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "inherited_from_obligation_id",
                schema: "gov",
                table: "obligation",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_note",
                schema: "gov",
                table: "duty_request",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "agency_succession",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    predecessor_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    predecessor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    successor_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    successor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    carried_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    carried_out_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency_succession", x => x.id);
                    table.CheckConstraint("ck_agency_succession_not_itself", "predecessor_id <> successor_id");
                    table.ForeignKey(
                        name: "fk_agency_succession_agency_predecessor_id",
                        column: x => x.predecessor_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agency_succession_agency_successor_id",
                        column: x => x.successor_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignment_choice",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    chosen_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment_choice", x => x.id);
                    table.CheckConstraint("ck_assignment_choice_valid", "valid_to > valid_from");
                    table.ForeignKey(
                        name: "fk_assignment_choice_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalSchema: "gov",
                        principalTable: "assignment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignment_choice_member",
                schema: "gov",
                columns: table => new
                {
                    choice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_agency_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment_choice_member", x => new { x.choice_id, x.member_agency_id });
                    table.ForeignKey(
                        name: "fk_assignment_choice_member_agency_member_agency_id",
                        column: x => x.member_agency_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignment_choice_member_assignment_choice_choice_id",
                        column: x => x.choice_id,
                        principalSchema: "gov",
                        principalTable: "assignment_choice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agency_succession_effective_from_id",
                schema: "gov",
                table: "agency_succession",
                columns: new[] { "effective_from", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_agency_succession_predecessor_id",
                schema: "gov",
                table: "agency_succession",
                column: "predecessor_id",
                unique: true,
                filter: "withdrawn_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_agency_succession_successor_id",
                schema: "gov",
                table: "agency_succession",
                column: "successor_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_choice_standing",
                schema: "gov",
                table: "assignment_choice",
                column: "assignment_id",
                unique: true,
                filter: "valid_to IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_choice_member_member_agency_id",
                schema: "gov",
                table: "assignment_choice_member",
                column: "member_agency_id");

            migrationBuilder.Sql(SqlScript.Read("0009_successions.sql"));
        }
    }
}
