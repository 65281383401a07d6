using System;
using GovDisclosure.Data.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovDisclosure.Data.Migrations.Accounts
{
    /// <inheritdoc />
    public partial class AccountEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account_event",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    remote_address = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    details = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_event", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_event_agency_id_at",
                schema: "accounts",
                table: "account_event",
                columns: new[] { "agency_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_account_event_at_id",
                schema: "accounts",
                table: "account_event",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_account_event_subject_id_at",
                schema: "accounts",
                table: "account_event",
                columns: new[] { "subject_id", "at" });

            migrationBuilder.Sql(SqlScript.Read("0002_accounts.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_event",
                schema: "accounts");
        }
    }
}
